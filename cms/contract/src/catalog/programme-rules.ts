/** What a programme has to be beyond the shape of its members. */
export { chapterProblems } from './chapter-problems.ts'
export { missingTitles } from './missing-titles.ts'
export type { ProgrammeVersion, RestoredProgramme } from './programme-version.ts'
export { coversRegion } from './region-scope.ts'
export type { ProgrammeSchedule, ScheduleChange, ScheduledAct, ScheduleEntry } from './schedule.ts'
export { PAGE_ROWS, type StaffListQuery, type StaffProgrammePage } from './staff-list.ts'
export type { StaffSeries } from './staff-series.ts'
export type { TrashedProgramme } from './trash.ts'
