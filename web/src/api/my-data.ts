import { answer, api } from "./client";
import { ending } from "./own-ending";
import { authorized, end } from "./session";

/** Everything that is kept about the signed-in user, as JSON. */
export async function exportMe(): Promise<Blob> {
  const all = await authorized((as) => answer(api.me.export.$get({}, as)));
  return new Blob([JSON.stringify(all, undefined, 2)], { type: "application/json" });
}

/** Deletes the account for good. Without the password, it asks for a fresh sign-in. */
export async function deleteMe(currentPassword?: string): Promise<void> {
  await ending(() =>
    authorized((as) =>
      currentPassword === undefined
        ? answer(api.me.$delete({}, as))
        : answer(api.me.delete.$post({ json: { currentPassword } }, as)),
    ),
  );
  end();
}
