import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { NewsroomApp } from './app.tsx'
import { api } from './data/api-client.ts'
import { assetQuery, createQueryClient, KEYS, rememberProgramme } from './data/staff-queries.ts'
import { openDrafts } from './form/open-drafts.ts'
import { createWords } from './i18n.ts'
import { NewsroomProvider } from './newsroom.ts'
import { CrashScreen } from './pages/crash-screen.tsx'
import 'virtual:rare-hanzi.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/files.css'
import './styles/editor.css'
import './styles/encoding.css'
import './styles/tracks.css'
import './styles/chapters.css'
import './styles/facts.css'
import './styles/poster.css'
import './styles/languages.css'
import './styles/sign-in.css'
import './styles/storage.css'
import './styles/quality.css'
import './styles/recordings.css'
import './styles/translations.css'
import './styles/versions.css'
import './styles/lists.css'
import './styles/home.css'
import './styles/people.css'
import './styles/audit.css'
import './styles/reviews.css'
import { paletteProperties, THEME } from './theme.ts'
import { hashFile } from './upload/hash-file.ts'
import { PendingUploads } from './upload/pending-uploads.ts'
import { TrackUploads } from './upload/track-uploads.ts'
import { createTusSender } from './upload/tus-sender.ts'
import { UploadCentre } from './upload/upload-centre.ts'

const store = window.localStorage
const client = createQueryClient()
const pending = new PendingUploads(store)
const sending = {
  api,
  createSender: createTusSender,
  hashFile,
  newKey: () => crypto.getRandomValues(new Uint32Array(2)).join('-'),
  onSignedOut: () => client.setQueryData(KEYS.session, null),
}
const uploads = new UploadCentre({
  ...sending,
  pending,
  nowMs: () => performance.now(),
  onAttached: (programme) => rememberProgramme(client, programme),
})
const trackUploads = new TrackUploads({
  ...sending,
  onAdded: (asset) => client.setQueryData(assetQuery(asset.id).queryKey, asset),
})
uploads.recover()

const newsroom = {
  ...{ uploads, trackUploads, pending, store },
  ...openDrafts(store),
}

const words = await createWords(store)
document.documentElement.lang = words.language
for (const [name, colour] of Object.entries(paletteProperties())) document.documentElement.style.setProperty(name, colour)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <I18nextProvider i18n={words}>
    <QueryClientProvider client={client}>
      <ConfigProvider locale={chinese} theme={THEME} button={{ autoInsertSpace: false }}>
        <App style={{ blockSize: '100%' }}>
          <NewsroomProvider value={newsroom}>
            <CrashScreen>
              <NewsroomApp />
            </CrashScreen>
          </NewsroomProvider>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  </I18nextProvider>,
)
