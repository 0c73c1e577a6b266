import type { UserDTO } from "../../../src/operation/replies";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

test("200 sign-ins at once all succeed, each with a session of the one who asked", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => served.newUser()));
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { email, id } = people[i % people.length]!;
      const body = { email, password };
      const answer = await served.ask("POST", "/auth/login", { body });
      const renewed = await served.ask("POST", "/auth/refresh", { cookie: answer.cookie });
      return [answer.status, (answer.body as UserDTO).id === id, renewed.status];
    }),
  );
  expect(new Set(answers.map((answer) => answer.join()))).toEqual(new Set(["200,true,200"]));
});

test("20 registrations of one address make one user, one document and nineteen refusals", async () => {
  const body = { email: served.newEmail(), password, firstName: "A", lastName: "B" };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => served.ask("POST", "/auth/register", { body })),
  );
  const codes = answers.map(({ code, status }) => code ?? status);
  expect(codes.filter((code) => code === 200)).toHaveLength(1);
  expect(codes.filter((code) => code === "email-exists")).toHaveLength(19);
  const documents = await served.firestore
    .collection("users")
    .where("email", "==", body.email)
    .get();
  expect(documents.size).toBe(1);
});
