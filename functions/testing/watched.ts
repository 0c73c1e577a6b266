/** Gives a port that writes down every call of it, in the order in which they are made, as `name.method`. */
export function watched<Port extends object>(name: string, port: Port, calls: string[]): Port {
  return new Proxy(port, {
    get(target, method, receiver) {
      const found: unknown = Reflect.get(target, method, receiver);
      if (typeof found !== "function") return found;
      return (...given: unknown[]): unknown => {
        calls.push(`${name}.${String(method)}`);
        return Reflect.apply(found, target, given);
      };
    },
  });
}
