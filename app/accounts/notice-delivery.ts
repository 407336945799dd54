/** How an account is told of notices outside the portal: each at once, or all of a day in one mail at 7 in the morning. */
export const noticeDeliveries = ["each", "daily"] as const;
export type NoticeDelivery = (typeof noticeDeliveries)[number];
