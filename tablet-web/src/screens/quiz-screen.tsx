import type { PlayableQuiz, ProgrammeDetail } from '@ulan/contract'
import { currentQuestion, type QuizRun, quizScore } from '@ulan/player'
import type { ReactElement } from 'react'
import { ActionButton, ActionLink } from '../components/action.tsx'
import { Notice } from '../components/notice.tsx'
import { Poster } from '../components/poster.tsx'
import { QuizProgress } from '../components/quiz-progress.tsx'
import { QuizQuestion } from '../components/quiz-question.tsx'
import { QuizResult } from '../components/quiz-result.tsx'
import { Text } from '../components/text.tsx'
import { programmePath } from '../data/paths.ts'
import { questionView } from '../data/quiz-view.ts'
import { useResource } from '../data/use-resource.ts'
import { SPOKEN } from '../platform/spoken-text.ts'
import { hashOf, type Route } from '../routes.ts'
import type { WordKey } from '../text/words.ts'
import { useViewer } from '../viewer.ts'
import { ResourceNotice } from './resource-notice.tsx'
import { ScreenFrame } from './screen-frame.tsx'
import { type QuizCourse, useQuiz } from './use-quiz.ts'

/** The quiz of a programme, one person after another. */
export function QuizScreen({ route }: { readonly route: Extract<Route, { readonly id: string }> }): ReactElement {
  const { locale, words } = useViewer()
  const path = programmePath(route.id, locale)
  const programme = useResource<ProgrammeDetail>(path)
  const quiz = programme.kind === 'ready' ? programme.value.quiz : undefined
  if (programme.kind === 'ready' && quiz !== undefined) return <QuizBody route={route} quiz={quiz} programme={programme.value} />
  return (
    <ScreenFrame route={route}>
      {programme.kind === 'ready' ? (
        <Notice title={words('tablet:state.gone')} hint={words('tablet:state.goneHint')}>
          <ActionLink icon="home" label={words('common:nav.home')} href={hashOf({ screen: 'home' })} />
        </Notice>
      ) : (
        <ResourceNotice resource={programme} path={path} />
      )}
    </ScreenFrame>
  )
}

type QuizBodyProps = { readonly route: Route; readonly quiz: PlayableQuiz; readonly programme: ProgrammeDetail }

function QuizBody({ route, quiz, programme }: QuizBodyProps): ReactElement {
  const { words } = useViewer()
  const course = useQuiz(quiz, programme.id)
  const { run } = course
  const total = quiz.questions.length
  const isAsking = run !== undefined && run.phase !== 'finished'
  const label = words('quiz:progress', { current: (run?.questionIndex ?? 0) + 1, total })
  return (
    <ScreenFrame
      route={route}
      className="body-quiz"
      middle={isAsking ? <QuizProgress done={run.answers.length} total={total} label={label} /> : undefined}
    >
      {run === undefined && <QuizStart quiz={quiz} programme={programme} course={course} />}
      {isAsking && <QuizAsking run={run} course={course} programme={programme} />}
      {run?.phase === 'finished' && <QuizFinished run={run} course={course} />}
    </ScreenFrame>
  )
}

type QuizStartProps = { readonly quiz: PlayableQuiz; readonly programme: ProgrammeDetail; readonly course: QuizCourse }

function QuizStart({ quiz, programme, course }: QuizStartProps): ReactElement {
  const { words } = useViewer()
  return (
    <section className="quiz-start" {...SPOKEN}>
      <div className="art">
        <QuizPoster programme={programme} />
      </div>
      <Text value={words('common:nav.quizzes')} className="hero-kind" />
      <Text value={quiz.title} as="h1" className="hero-title" />
      <Text
        value={course.isHandedOver ? words('tablet:quiz.handOverHint') : words('tablet:quiz.total', { total: quiz.questions.length })}
        as="p"
        className="notice-hint"
      />
      <ActionButton look="gold" icon="quiz" label={words('quiz:start')} onPress={course.start} />
    </section>
  )
}

type QuizAskingProps = { readonly run: QuizRun; readonly course: QuizCourse; readonly programme: ProgrammeDetail }

function QuizAsking({ run, course, programme }: QuizAskingProps): ReactElement | null {
  const { words } = useViewer()
  const question = currentQuestion(run)
  if (question === undefined) return null
  return (
    <QuizQuestion
      key={question.id}
      view={questionView(run, question, words)}
      picture={<QuizPoster programme={programme} />}
      onAnswer={course.answer}
      onNext={course.next}
    />
  )
}

function QuizPoster({ programme }: { readonly programme: ProgrammeDetail }): ReactElement {
  const { programmeKind, posters } = programme
  return <Poster kind={programmeKind} isEager {...(posters === undefined ? {} : { url: posters.medium })} />
}

function QuizFinished({ run, course }: { readonly run: QuizRun; readonly course: QuizCourse }): ReactElement {
  const { words } = useViewer()
  const { correct, total } = quizScore(run)
  const praise = correct === total ? 'all' : correct === 0 ? 'none' : 'some'
  return (
    <QuizResult
      title={words('quiz:result')}
      correct={correct}
      total={total}
      score={words('tablet:quiz.scoreOf', { correct, total })}
      praise={words(`tablet:quiz.praise.${praise}`)}
      delivery={words(deliveryKey(course))}
    >
      <ActionButton look="gold" icon="people" label={words('tablet:quiz.handOver')} onPress={course.handOver} />
      <ActionButton look="quiet" icon="replay" label={words('tablet:quiz.again')} onPress={course.start} />
      <ActionLink look="quiet" icon="home" label={words('common:nav.home')} href={hashOf({ screen: 'home' })} />
    </QuizResult>
  )
}

function deliveryKey({ waitingCount, unsafeCount }: QuizCourse): WordKey {
  if (waitingCount === 0) return 'tablet:quiz.stored'
  return unsafeCount === 0 ? 'tablet:quiz.waiting' : 'tablet:quiz.unsafe'
}
