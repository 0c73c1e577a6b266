export { type Api, apis } from "./apis";
export { parameters } from "./parameters";
export { type SecretName, secrets } from "./secrets";
export {
  defaultParameters,
  type Environment,
  parameterFlaws,
  readSecret,
  readSettings,
  type Settings,
} from "./settings";
