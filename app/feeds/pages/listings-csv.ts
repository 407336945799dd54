import { door } from "~/accounts/door.server";
import { answerFeed } from "~/feeds/answer-feed.server";

export const loader = door("open").load(({ request, now }) => answerFeed("csv", request, now));
