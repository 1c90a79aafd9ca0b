/** What both clients share: the player with one policy and one engine, the course of a quiz, and reading aloud. */
export { newlySpoken, type Spoken, type SpokenStep } from './core/announcement.ts'
export { makeAttemptId } from './core/attempt-id.ts'
export { type AttemptOutbox, createAttemptOutbox, type SendOutcome } from './core/attempt-outbox.ts'
export type { AttemptStorage } from './core/attempt-store.ts'
export {
  type ChapterSpan,
  chapterSpans,
  isInCredits,
  nextLawExplained,
  offeredOpening,
  placeToResume,
} from './core/chapters.ts'
export { CUE_SIZES, type CueSize, isCueSize } from './core/cue-place.ts'
export { splitCueRuns } from './core/cue-runs.ts'
export type { PlayReport } from './core/play-trace.ts'
export { describeControls, type PlayerControls } from './core/player-controls.ts'
export type { FailureKind, PlayerFailure, PlayerPhase, PlayerSource, PlayerState, Sound } from './core/player-state.ts'
export {
  answerQuestion,
  attemptOf,
  chosenOptionId,
  currentQuestion,
  nextQuestion,
  optionMark,
  type QuizRun,
  quizScore,
  startQuizRun,
} from './core/quiz-run.ts'
export { createRecordingBook, type RecordingBook } from './core/recording-book.ts'
export { createResumeStore, type KeyValueStorage, type ResumeStore } from './core/resume-store.ts'
export { nextSeekStep } from './core/seek-step.ts'
export { pictureAt, type Storyboard, type StoryboardPicture } from './core/storyboard.ts'
export { type CueOverlay, type CueTrack, createCueOverlay } from './cues/cue-overlay.ts'
export { readStoryboard } from './cues/read-storyboard.ts'
export { createPlayer, type Player } from './hls/create-player.ts'
export type { PlayerProfile } from './hls/hls-engine.ts'
export { type Announcer, createAnnouncer } from './speech/announcer.ts'
