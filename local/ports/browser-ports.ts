/** The ports above 1023 that browsers refuse to connect to: https://fetch.spec.whatwg.org/#port-blocking */
const refused: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10_080,
]);

/** Whether a browser would not open a page or call a server at this port. */
export const browsersRefuse = (port: number): boolean => refused.has(port);
