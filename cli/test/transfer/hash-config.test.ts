import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHashConfig } from "../../admin/transfer/hash-config";

const folder = mkdtempSync(join(tmpdir(), "hash-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, "hash.txt");
  writeFileSync(file, text);
  return readHashConfig(file);
}

test("what the Firebase console shows is read, and named as the API names it", () => {
  const shown = `hash_config {
    algorithm: SCRYPT,
    base64_signer_key: jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==,
    base64_salt_separator: Bw==,
    rounds: 8,
    mem_cost: 14,
}`;
  expect(read(shown)).toEqual({
    hashAlgorithm: "SCRYPT",
    signerKey:
      "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
    saltSeparator: "Bw==",
    rounds: 8,
    memoryCost: 14,
  });
});

test("keys are sent in the alphabet of URLs, which the API wants", () => {
  expect(read("algorithm: HMAC_SHA256\nbase64_signer_key: a+b/c==")).toMatchObject({
    signerKey: "a-b_c==",
  });
});

test.each([
  ["algorithm: BCRYPT", { hashAlgorithm: "BCRYPT" }],
  [
    "algorithm: STANDARD_SCRYPT\nmem_cost: 1024\nparallelization: 16\nblock_size: 8\nderived_key_length: 64",
    {
      hashAlgorithm: "STANDARD_SCRYPT",
      ...{ memoryCost: 1024, parallelization: 16, blockSize: 8, dkLen: 64 },
    },
  ],
  [
    'algorithm: "SHA512"\nrounds: "1"\npassword_hash_order: SALT_AND_PASSWORD',
    { hashAlgorithm: "SHA512", rounds: 1, passwordHashOrder: "SALT_AND_PASSWORD" },
  ],
])("other hashes than Firebase's own: %j", (text, config) => {
  expect(read(text)).toEqual(config);
});

test.each([
  ["", /names no algorithm/],
  ["rounds: 8", /names no algorithm/],
  ["algorithm: SCRYPT\npepper: secret", /"pepper" is not known/],
])("%j is refused", (text, why) => {
  expect(() => read(text)).toThrow(why);
});

test("a refusal says nothing of what is in the file but the name that is not known", () => {
  expect(() => read("algorithm: SCRYPT\npepper: tops3cret")).not.toThrow(/tops3cret/);
});
