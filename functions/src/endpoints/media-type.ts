const json = /^application\/json *(?:; *charset="?utf-8"? *)?$/i;

/** Says whether a `Content-Type` is JSON in UTF-8, the only one that is accepted. */
export const isJson = (contentType: string | undefined): boolean => json.test(contentType ?? "");
