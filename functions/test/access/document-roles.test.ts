import { documentRoles } from "../../src/access/document-roles";
import type { User, UserDirectory } from "../../src/users/user-directory";

const users: UserDirectory = {
  find: (id) => Promise.resolve(id === "ada" ? ({ role: "Admin" } as User) : undefined),
  export: () => Promise.resolve({}),
  list: () => Promise.resolve({ users: [] }),
};

test("a role is the one in the document; without a document there is none", async () => {
  const roles = documentRoles(users, { roles: ["User", "Admin"] });
  expect(roles.defaultRole).toBe("User");
  expect(await roles.find("ada")).toBe("Admin");
  expect(await roles.find("nobody")).toBeNull();
});
