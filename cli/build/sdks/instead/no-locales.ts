// In the bundle this stands for zod's messages in fifty languages: the API speaks English to programs.
export {};
