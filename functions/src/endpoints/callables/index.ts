import type { CallableFunction } from "firebase-functions/https";
import type { Operation } from "../../operation/operation";
import * as operations from "../../operations";
import { callable } from "./callable";

type Callable = CallableFunction<unknown, Promise<unknown>>;

/** Every operation as a callable. Those that index.ts names are deployed. */
export const callables = Object.fromEntries(
  Object.entries<Operation>(operations).map(([name, operation]) => [name, callable(operation)]),
) as Record<keyof typeof operations, Callable>;
