import { jitter } from "../../../src/mail/outbox/retry-policy";

test.each([
  [0, 1, 0],
  [1, 0, 0],
  [1, 0.5, 500],
  [3, 1, 3000],
  [14, 1, 5000],
])("retry %i at chance %d waits for %i ms more", (retryCount, chance, milliseconds) => {
  expect(jitter(retryCount, () => chance)).toBe(milliseconds);
});
