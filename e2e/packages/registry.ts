import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A registry on this computer that has our packages, and sends everything else on to the one that npm uses. */
export interface Registry {
  url: string;
  stop(): Promise<void>;
}

interface Packed {
  name: string;
  version: string;
  tarball: Buffer;
  manifest: object;
}

/** Starts one with these tarballs. */
export async function startRegistry(tarballs: readonly string[]): Promise<Registry> {
  const packages = new Map(tarballs.map(read).map((packed) => [packed.name, packed]));
  const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(url.slice(1));
    const packed = packages.get(path.replace(/\.tgz$/, ""));
    if (!packed) {
      response.writeHead(307, { location: new URL(url, upstream).href }).end();
    } else if (path.endsWith(".tgz")) response.end(packed.tarball);
    else describe(packed, `${base()}/${packed.name}.tgz`, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${base()}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function read(file: string): Packed {
  const text = execFileSync("tar", ["xzOf", file, "package/package.json"], { encoding: "utf8" });
  const manifest = JSON.parse(text) as { name: string; version: string };
  return { ...manifest, tarball: readFileSync(file), manifest };
}

function describe({ name, version, manifest, tarball }: Packed, url: string, to: ServerResponse) {
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const versions = { [version]: { ...manifest, dist: { tarball: url, integrity } } };
  const text = JSON.stringify({ name, "dist-tags": { latest: version }, versions });
  to.writeHead(200, { "content-type": "application/json" }).end(text);
}
