// In the bundle this stands for the part of Firestore's client that reports its calls to OpenTelemetry, which nobody has
// there: it would load the client for gRPC to learn the name of its host.

/** Traces nothing. */
export { DisabledTraceUtil as EnabledTraceUtil } from "@google-cloud/firestore/build/src/telemetry/disabled-trace-util";
