import type { CallableFunction } from "firebase-functions/https";
import type { SecretName } from "../../config";
import type { Operation } from "../../operation/operation";
import * as operations from "../../operations";
import { callable } from "./callable";

type Callable = CallableFunction<unknown, Promise<unknown>>;

/** The secret that signs and encrypts our tokens, bound to every function that serves operations. */
const options = { secrets: ["AUTH_KEYS" satisfies SecretName] };

/** Every operation as a callable. Those that index.ts names are deployed. */
export const callables = Object.fromEntries(
  Object.entries<Operation>(operations).map(([name, operation]) => [
    name,
    callable(operation, options),
  ]),
) as Record<keyof typeof operations, Callable>;
