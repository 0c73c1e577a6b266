/** Where the block for documents begins (after its brace) and ends (before its brace), and what it calls the database. */
export interface DocumentsBlock {
  start: number;
  end: number;
  database: string;
}

/** Finds `match /databases/{database}/documents { … }` in security rules. */
export function documentsBlock(rules: string): DocumentsBlock | undefined {
  const code = withoutComments(rules);
  const head = /\bmatch\s+\/databases\/\{(\w+)\}\/documents\s*\{/.exec(code);
  if (!head?.[1]) return undefined;
  const start = head.index + head[0].length;
  const end = closingBrace(code, start);
  return end === undefined ? undefined : { start, end, database: head[1] };
}

function closingBrace(code: string, start: number): number | undefined {
  let depth = 1;
  for (let position = start; position < code.length; position++) {
    if (code[position] === "{") depth++;
    if (code[position] === "}") depth--;
    if (depth === 0) return position;
  }
  return undefined;
}

/** The rules with blanks in place of comments and of what stands in quotes, so that positions stay what they are. */
export function withoutComments(rules: string): string {
  return rules.replace(
    /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (found) => found.replace(/[^\n]/g, " "),
  );
}
