import { readSettings } from "../../../src/config";

test("an instance without a parameter does not say that it is well, and logs which is missing", async () => {
  const errors: string[] = [];
  // The SDK's logger writes to the console it finds when it is loaded.
  jest.spyOn(console, "error").mockImplementation((...line: unknown[]) => {
    errors.push(line.map(String).join(" "));
  });
  const { apiApp } = await import("../../../src/endpoints/http/app");
  const ports = (): never => {
    readSettings({ MAIL_FROM: "no-reply@example.com" });
    throw new Error("The parameters were taken for complete.");
  };
  const reply = await apiApp({ ports, deployed: true }).request("/health");
  expect(reply.status).toBe(500);
  expect(await reply.text()).not.toContain("WEB_API_KEY");
  expect(errors.join("\n")).toContain("WEB_API_KEY must be set");
});
