import { words } from "../i18n/words";
import { field, type Field } from "./field";

/** The API's own rule for an address is the same (functions/src/operation/fields.ts). */
const longestAddress = 254;
/** Code points, each of which is at most two units. */
const longestName = 100;

/** A field for an address. */
export function emailField(
  options: { value?: string; label?: string; name?: string; key?: string; refused?: string } = {},
): Field {
  return field({
    label: words.fields.email,
    name: "email",
    key: "email",
    refused: words.flaws.email,
    ...options,
    type: "email",
    autocomplete: "username",
    // Room for what comes along invisibly.
    maxLength: longestAddress + 50,
    flaw: flawOfAddress,
  });
}

function flawOfAddress(email: string): string | undefined {
  if (/[^ -~]/.test(email)) return words.flaws.ascii;
  const isAddress = email.length <= longestAddress && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email);
  return isAddress ? undefined : words.flaws.email;
}

/** The two fields for a person's name. */
export function nameFields(values: { firstName?: string; lastName?: string } = {}): [Field, Field] {
  const rule = {
    maxLength: 2 * longestName,
    flaw: flawOfName,
    refused: words.flaws.name,
  };
  const { firstName, lastName } = words.fields;
  return [
    field({
      ...rule,
      label: firstName,
      name: "given-name",
      key: "firstName",
      autocomplete: "given-name",
      ...(values.firstName !== undefined && { value: values.firstName }),
    }),
    field({
      ...rule,
      label: lastName,
      name: "family-name",
      key: "lastName",
      autocomplete: "family-name",
      ...(values.lastName !== undefined && { value: values.lastName }),
    }),
  ];
}

/** Control and direction characters have no place in a name. */
const outOfPlace = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function flawOfName(name: string): string | undefined {
  if (Array.from(name).length > longestName) return words.flaws.nameTooLong;
  return outOfPlace.test(name) ? words.flaws.name : undefined;
}
