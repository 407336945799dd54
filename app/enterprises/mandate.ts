/** How long staff may act on behalf of an enterprise before they have to say again why, in hours. */
export const mandateHours = 8;
