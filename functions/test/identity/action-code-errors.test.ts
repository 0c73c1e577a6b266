import { actionCodeMeanings } from "../../src/identity/firebase-action-codes";
import { refusalFrom } from "../../src/identity/rest/rest-errors";

test.each([
  ["EXPIRED_OOB_CODE", "action-code-expired"],
  ["INVALID_OOB_CODE", "action-code-invalid"],
  ["USER_DISABLED", "user-disabled"],
  ["TOO_MANY_ATTEMPTS_TRY_LATER", "too-many-attempts"],
  ["SOMETHING_NEW", "unavailable"],
])("Firebase's %s is %s", (message, code) => {
  const body = { error: { code: 400, message } };
  expect(refusalFrom({ status: 400, body }, actionCodeMeanings)).toMatchObject({ code });
});
