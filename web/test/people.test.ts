import { readPeople } from "../src/admin/invitations/people";

test.each([
  ["one address", "ada@example.com", [["ada@example.com", "", ""]]],
  ["names", "ada@example.com, Ada, Lovelace", [["ada@example.com", "Ada", "Lovelace"]]],
  ["semicolons", "ada@example.com;Ada;King", [["ada@example.com", "Ada", "King"]]],
  ["what a table is copied as", "ada@example.com\tAda\tKing", [["ada@example.com", "Ada", "King"]]],
  [
    "quotation marks",
    '"ada@example.com","Ada ""the"" first","King, Countess"',
    [["ada@example.com", 'Ada "the" first', "King, Countess"]],
  ],
  [
    "a header, a mark and empty lines",
    "\uFEFFE-mail\r\n\r\nada@example.com\r\n",
    [["ada@example.com", "", ""]],
  ],
  ["an address twice", "ada@example.com\nADA@example.com,Ada", [["ADA@example.com", "Ada", ""]]],
  ["nobody", " \n", []],
  ["what is no address", "ada", [["ada", "", ""]]],
])("reads %s", (_what, text, expected) => {
  const people = readPeople(text).map(({ email, firstName, lastName }) => [
    email,
    firstName,
    lastName,
  ]);
  expect(people).toEqual(expected);
});
