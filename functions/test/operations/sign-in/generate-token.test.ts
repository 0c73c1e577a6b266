import { requireSignIn } from "../../../src/access/guards";
import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { AuthError } from "../../../src/errors";
import { password, startBackend } from "../../../testing/backend";
import { signedIn } from "../../../testing/instances/accounts";
import { running } from "../../../testing/running";

const backend = running(startBackend);

test("a session that is ended while it is being opened is opened again", async () => {
  const { email } = await signedIn(backend);
  const { signIn, access } = backend.ports;
  let looks = 0;
  const ended = {
    ...backend.ports,
    signIn: {
      ...signIn,
      lookUp(idToken: string) {
        looks += 1;
        if (looks > 1) return signIn.lookUp(idToken);
        return Promise.reject(new AuthError("session-revoked", ""));
      },
    },
  };
  const { accessToken, id } = await generateToken.perform({ email, password }, "server", ended);
  expect(looks).toBe(2);
  const decision = await access.authorize(accessToken, requireSignIn(), {
    strict: true,
  });
  expect(decision).toMatchObject({ allowed: true, caller: { userId: id } });
});
