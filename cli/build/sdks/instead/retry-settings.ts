// In the bundle this stands for google-gax where Firestore's client asks it when each call is to be repeated: to load all of
// google-gax for that takes longer than most requests take.

/** By gRPC's names. */
export const Status: Readonly<Record<string, number>> = {
  DEADLINE_EXCEEDED: 4,
  RESOURCE_EXHAUSTED: 8,
  ABORTED: 10,
  INTERNAL: 13,
  UNAVAILABLE: 14,
};

/** How a service is called, as Google writes it down for its clients. */
export interface Configuration {
  methods: Record<string, { retry_codes_name: string; retry_params_name: string }>;
  retry_codes: Record<string, readonly string[]>;
  retry_params: Record<string, Record<string, number>>;
}

export interface Retry {
  retryCodes: (number | undefined)[];
  backoffSettings: Record<string, number>;
}

/** Says when each call is repeated, as google-gax does. */
export function constructSettings(
  service: string,
  { interfaces }: { interfaces: Record<string, Configuration> },
): Record<string, { retry: Retry }> {
  const { methods = {}, retry_codes: lists, retry_params: paces } = interfaces[service] ?? {};
  return Object.fromEntries(
    Object.entries(methods).map(([name, { retry_codes_name: list, retry_params_name: pace }]) => {
      const retryCodes = (lists?.[list] ?? []).map((code) => Status[code]);
      const retry = { retryCodes, backoffSettings: camelCased(paces?.[pace] ?? {}) };
      return [name.charAt(0).toLowerCase() + name.slice(1), { retry }];
    }),
  );
}

const camelCased = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [camel(name), value]));

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
