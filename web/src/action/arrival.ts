const parameters = new URLSearchParams(location.search);

/** What the mailed link says. From here on it is in memory only: after a reload, the person opens the mail again. */
export const arrival = {
  mode: parameters.get("mode"),
  oobCode: parameters.get("oobCode"),
  continueUrl: parameters.get("continueUrl"),
};

// The code leaves the address bar and the history before anything else happens.
for (const name of [...parameters.keys()]) if (name !== "lang") parameters.delete(name);
history.replaceState(null, "", `${location.pathname}?${parameters}`.replace(/\?$/, ""));
