const values = new Map<string, string>();

/** What was last typed into the fields of this name, so that the way to another form does not lose it. In memory alone. */
export function typed(name: string, value?: string): string {
  if (value !== undefined) values.set(name, value);
  return values.get(name) ?? "";
}

/** Forgets it, once it has served. */
export function forgetTyped(): void {
  values.clear();
}
