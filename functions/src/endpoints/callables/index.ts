import * as operations from "../../operations";
import { callable } from "./callable";

export const generateToken = callable(operations.generateToken);
export const generateTokenForOAuth = callable(operations.generateTokenForOAuth);
export const revokeTokens = callable(operations.revokeTokens);
export const renewToken = callable(operations.renewToken);
export const resetPassword = callable(operations.resetPassword);
export const sendEmailVerificationLink = callable(operations.sendEmailVerificationLink);
export const isAuthorizedByRole = callable(operations.isAuthorizedByRole);
export const isAuthorizedByUserId = callable(operations.isAuthorizedByUserId);
export const isAuthorizedByEmail = callable(operations.isAuthorizedByEmail);
export const register = callable(operations.register);
