import { fitNames, splitName } from "../../src/accounts/names";
import { personName } from "../../src/operation/fields";

const fit = (firstName: string) => fitNames({ firstName, lastName: "" }).firstName;

test.each([
  ["cuts a long one between two characters, not within one", "😀".repeat(120), "😀".repeat(100)],
  ["takes half of a character for an unknown one", "Ada\uD83D", "Ada\uFFFD"],
  ["has no line breaks or control characters", " Ada\r\n\u0007Byron ", "Ada Byron"],
  ["does not turn the text round that it stands in", "Ada\u202Enoryb", "Ada noryb"],
  ["is empty where nothing can be seen", "\u200B\u2800\u00AD", ""],
  ["has no space at its end after the cut", `${"a".repeat(99)} b`, "a".repeat(99)],
  ["stays as it is where it fits", "O’Brien-Núñez 李", "O’Brien-Núñez 李"],
])("a name from elsewhere %s", (_rule, given, expected) => {
  expect(fit(given)).toBe(expected);
  if (expected !== "") expect(personName.parse(expected)).toBe(expected);
});

test("a display name is split at its first space", () => {
  expect(splitName("  Ada  King Lovelace ")).toEqual({
    firstName: "Ada",
    lastName: "King Lovelace",
  });
  expect(splitName("")).toEqual({ firstName: "", lastName: "" });
});
