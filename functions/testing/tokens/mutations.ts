import { base64url, idTokenClaims, signInput, type TestKey } from "./id-tokens";

type Json = Record<string, unknown>;

const odd = [
  ...[null, true, false, 0, -1, 1.5, 1e21, "", " ", "RS256", "none", "HS256", "key-1", "key-2"],
  ...["demo-auth", "https://securetoken.google.com/demo-auth", "ada", "a/b", "..", "\u0000", "ä"],
  ...[
    [],
    ["demo-auth"],
    ["demo-auth", "other"],
    ["exp"],
    {},
    { tenant: "t" },
    { sign_in_provider: 1 },
  ],
];

const claimNames = Object.keys(idTokenClaims());
const headerNames = ["alg", "kid", "typ", "crit", "b64", "jku", "jwk", "zip", "cty", "x5c"];
const timeNames = ["iat", "exp", "auth_time", "nbf"];
const characters = Array.from("ABCabc019-_=.+/ \n%é");

/**
 * Makes ID tokens with one to three flaws, or none that matters: in what is signed, in its encoding, and in
 * the signed text itself.
 */
export function tokenMutator(
  random: () => number,
  { key, now }: { key: TestKey; now: number },
): () => string {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const seconds = now / 1000;

  const change = (object: Json, names: readonly string[]): Json => {
    const name = pick([...names, "extra"]);
    if (random() < 0.25) return without(object, name);
    return { ...object, [name]: pick(odd) };
  };

  const shift = (claims: Json): Json => ({
    ...claims,
    [pick(timeNames)]: seconds + pick([0, 1, -1, 59, 60, 61, -61, 3600, -3600, 7200, 0.5, -1e6]),
  });

  /** JSON in another spelling: spaces, a name twice, escapes. */
  const respell = (json: string): string =>
    pick([
      (text: string) => ` ${text}\n`,
      (text: string) => `${text.slice(0, -1)},"sub":"ada"}`,
      (text: string) => `{"alg":"none","iss":"x",${text.slice(1)}`,
      (text: string) => text.replace("a", "\\u0061"),
      (text: string) => `\uFEFF${text}`,
      (text: string) => `${text}${text}`,
    ])(json);

  const scratch = (token: string): string => {
    const at = below(token.length + 1);
    const removed = pick([0, 1, 1, 2]);
    const inserted = pick(["", pick(characters), pick(characters)]);
    return token.slice(0, at) + inserted + token.slice(at + removed);
  };

  function sign(): string {
    let header: Json = { alg: "RS256", kid: key.kid, typ: "JWT" };
    let claims = idTokenClaims({}, now);
    for (let flaws = below(4); flaws > 0; flaws -= 1) {
      if (random() < 0.3) header = change(header, headerNames);
      else claims = random() < 0.5 ? change(claims, claimNames) : shift(claims);
    }
    const parts = [JSON.stringify(header), JSON.stringify(claims)];
    const spelled = random() < 0.2 ? parts.map(respell) : parts;
    const encoded = spelled.map((part) => base64url(part)).join(".");
    return signInput(random() < 0.05 ? scratch(encoded) : encoded, key);
  }

  /** A signature costs a hundred times as much as everything else, so several tokens are made of one. */
  let signed = "";
  let left = 0;
  return () => {
    if (left === 0) {
      signed = sign();
      left = 10;
      return signed;
    }
    left -= 1;
    return scratch(signed);
  };
}

function without(object: Json, name: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
