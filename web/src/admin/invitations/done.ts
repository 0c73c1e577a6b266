/** Says what was done about the invitation of an address. */
export type Done = (text: string, email: string) => void;
