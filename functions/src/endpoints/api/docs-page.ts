export const docsPage = "";
export const docsPolicy = "";
