const { Server } = require("node:net");

/** A test that starts a server belongs to the whole suite. */
Server.prototype.listen = () => {
  throw new Error("npm run test:unit starts no server: see jest.unit.config.js.");
};
