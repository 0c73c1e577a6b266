/**
 * Says whether a document can have an id. Firebase Auth allows some that none can have, to whoever chooses the uids of
 * custom tokens or imports accounts.
 */
export const isDocumentId = (id: string): boolean => /^(?!\.{1,2}$|__.*__$)[^/]{1,128}$/s.test(id);
