import { randomUUID } from "node:crypto";

const noTrace = "0".repeat(32);

/**
 * Gives a request an id: that of its trace, if a header names one in the right format, otherwise a random one.
 * Nothing else that a client sent can get into a log this way.
 */
export function requestIdOf(header: (name: string) => string | undefined): string {
  const traceparent = header("traceparent") ?? "";
  const cloudTraceContext = header("x-cloud-trace-context") ?? "";
  const id =
    /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent)?.[1] ??
    /^([0-9a-f]{32})(?:\/\d{1,20}(?:;o=\d)?)?$/i.exec(cloudTraceContext)?.[1];
  return id === undefined || id === noTrace ? randomUUID() : id.toLowerCase();
}
