"use strict";

module.exports = require("firebase-auth-backend/functions");
