/** A mail, ready to be sent. */
export interface Message {
  /** What the `Message-ID` is made of: the same whenever this mail is sent. */
  id: string;
  /** One plain address: it becomes the envelope's recipient unchanged. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /**
   * Hands a message over to the mail provider. Resolves only when the provider accepted it.
   *
   * @throws {NotAccepted}
   */
  send(message: Message): Promise<void>;
}

/** Says that the mail provider did not accept a message, or that its answer was lost. */
export class NotAccepted extends Error {
  override readonly name = "NotAccepted";

  constructor(
    /** A word or two for the operator. It holds no address and nothing that the provider said. */
    readonly reason: string,
    /** Whether trying again is pointless. */
    readonly permanent: boolean,
  ) {
    super(`The mail provider did not accept the message: ${reason}.`);
  }
}
