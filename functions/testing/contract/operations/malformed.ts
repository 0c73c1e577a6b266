import type { Asking } from "../asking";
import { malformedRequests } from "./malformed-requests";

/**
 * What is said of requests that are malformed: the field and the rule, never the value.
 *
 * @param takes - whether the transport can bring a request as far as the operation.
 */
export function describeMalformed({ call }: Asking, takes: (data: unknown) => boolean): void {
  describe("a malformed request", () => {
    test.each(malformedRequests.filter(([, data]) => takes(data)))(
      "is refused by %s, row %#",
      async (operation, data, message) => {
        const outcome = await call(operation, data);
        expect(outcome).toMatchObject({
          refusal: "invalid-request",
          message: expect.stringContaining(message),
        });
        expect(JSON.stringify(outcome)).not.toContain("secret-value");
      },
    );
  });
}
