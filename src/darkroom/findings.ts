import { largePicture, placeInPicture, refusedDrawing, tooManyPixels } from "../assets/problems.ts";
import type { Survey } from "../assets/survey.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { unreadablePicture } from "../pages/problems.ts";

const LARGE = 10_000_000;

/** What is to be said of one picture: of what was learned once, so that every build says it again. */
export function findingsOn(path: string, survey: Survey): Diagnostic[] {
  const file = `content/${path}`;
  switch (survey.kind) {
    case "refused":
      return [refusedDrawing({ file, line: survey.line, column: survey.column }, survey.what)];
    case "bomb":
      return [tooManyPixels({ file }, survey.width, survey.height)];
    case "unreadable":
      return [unreadablePicture({ file }, survey.looksLike)];
    case "photo":
      return [
        ...(survey.bytes > LARGE ? [largePicture({ file }, (survey.bytes / 1_000_000).toFixed(1))] : []),
        ...(survey.hasGps ? [placeInPicture({ file })] : []),
      ];
    default:
      return [];
  }
}
