import { builtPages } from "./built-pages";

/** Where a team's pages lead to. */
export const abacusLinks = {
  TERMS_URL: "https://abacus.example/terms",
  PRIVACY_URL: "https://abacus.example/privacy",
  SUPPORT_EMAIL: "help@abacus.example",
};

/** The pages of a team that has set all that it can: its name, look and links. */
export const abacusPages = (): ReturnType<typeof builtPages> =>
  builtPages({
    ...abacusLinks,
    APP_NAME: "Abacus",
    APP_COLOR: "ffd400",
    APP_CORNER_RADIUS: "0",
    APP_FONT: "Georgia, serif",
  });
