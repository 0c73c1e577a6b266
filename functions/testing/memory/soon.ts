/** Gives what a step makes, or rejects with what it throws, a moment later, as whatever is far away does. */
export const soon = <Result>(step: () => Result): Promise<Result> => Promise.resolve().then(step);
