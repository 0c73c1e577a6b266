/** Of whoever registers in the contract. */
export const names = { firstName: "Grace", lastName: "Hopper" };
