import { declaredParams } from "firebase-functions/params";
import { parameters, secrets } from "../../src/config";

// The order counts: the SDK keeps what was declared.
describe("what is deployed", () => {
  beforeAll(() => {
    process.env.GCLOUD_PROJECT = "demo-deploy";
  });

  test("declares no parameter where only the library is used", async () => {
    await import("../../src/library");
    expect(declaredParams).toEqual([]);
  });

  test("does not start to serve with a wrong parameter, and names it", async () => {
    process.env.K_SERVICE = "api";
    process.env.SIGN_UP = "maybe";
    try {
      await expect(import("../../src/endpoints/deployment")).rejects.toThrow(
        /WEB_API_KEY must be set.*SIGN_UP must be open, by-mail or closed/,
      );
    } finally {
      delete process.env.K_SERVICE;
      delete process.env.SIGN_UP;
    }
  });

  test("declares every parameter and secret, and needs no value while it is analyzed", async () => {
    jest.resetModules();
    await import("../../src/index");
    const names = declaredParams.map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys({ ...parameters, ...secrets }).sort());
  });
});
