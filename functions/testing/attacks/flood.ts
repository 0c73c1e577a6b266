import type { Answered } from "../http/served";

/** What somebody sends again and again, several at a time. */
export interface Flood {
  /** Resolves when `count` more have been answered. */
  answered(count: number): Promise<void>;
  /** Stops sending, and gives all answers once the last one is there. */
  end(): Promise<readonly Answered[]>;
}

/** Sends a request over and over, from several loops beside each other. */
export function flood(send: () => Promise<Answered>, loops = 3): Flood {
  const answers: Answered[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;

  async function loop(): Promise<void> {
    while (!isOver) {
      answers.push(await send());
      for (const look of waiting) look();
    }
  }
  const running = Promise.all(Array.from({ length: loops }, loop));

  return {
    answered(count) {
      const enough = answers.length + count;
      return new Promise((resolve) => {
        const look = () => {
          if (answers.length < enough) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    async end() {
      isOver = true;
      await running;
      return answers;
    },
  };
}
