import { published } from "../../build/published";

test("what is published is not private, and names the repository that its provenance is checked against", () => {
  const manifest = { name: "any", private: true };
  expect(published(manifest, "team/auth")).toEqual({
    name: "any",
    repository: { type: "git", url: "git+https://github.com/team/auth.git" },
  });
  expect(published(manifest, undefined)).not.toHaveProperty("private");
});
