// maildev ships no types, and its main module would also handle the process's signals.

declare module "maildev/lib/logger" {
  const logger: { setLevel(level: 0 | 1 | 2): void };
  export default logger;
}

declare module "maildev/lib/mailserver" {
  const mailserver: {
    create(port: number, host: string, folder: string): void;
    listen(): Promise<void>;
    close(closed: () => void): void;
  };
  export default mailserver;
}

declare module "maildev/lib/web" {
  const web: {
    start(
      port: number,
      host: string,
      mailserver: unknown,
      user: undefined,
      password: undefined,
      basePath: undefined,
      secure: object,
    ): void;
    close(closed: () => void): void;
  };
  export default web;
}
