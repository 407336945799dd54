/*
 * All the script that a signed-in page ships. Pages are documents: every flow works without this file, and nothing is
 * hydrated. It makes some things kinder: a second click does nothing, a file too large is said before it is sent, an area
 * is suggested while one types, a long form is kept while it is filled in, a review stays with the officer who has its
 * page before them, the progress of an import is brought up to date, and on pages that take files these are sent ahead.
 */

import { keepLease } from "./desk/enhance/keep-lease";
import { pressByShortcut } from "./desk/enhance/press-by-shortcut";
import { refreshProgress } from "./desk/enhance/refresh-progress";
import { saveDrafts } from "./desk/enhance/save-drafts";
import { sendOnce } from "./desk/enhance/send-once";
import { suggestAreas } from "./desk/enhance/suggest-areas";
import { turnScanPages } from "./desk/enhance/turn-scan-pages";
import { warnOfLargeFiles } from "./desk/enhance/warn-of-large-files";

sendOnce(document);
warnOfLargeFiles(document);
suggestAreas(document);
saveDrafts(document);
keepLease(document);
refreshProgress(document);
if (document.querySelector("input[type=file][data-resumable]")) {
  void import("./desk/enhance/upload-files").then(({ uploadFiles }) => uploadFiles(document));
}
turnScanPages(document);
pressByShortcut(document);
