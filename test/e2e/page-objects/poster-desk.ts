import type { Locator, Page } from 'playwright-core'

/** 海报 on the page of a programme and the dialogs behind it, by the names its users read or hear. */
export class PosterDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  card(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByText('海报', { exact: true }) })
  }

  button(name: string): Locator {
    return this.card().getByRole('button', { name })
  }

  /** Which picture the card shows. */
  async shown(): Promise<string> {
    return (await this.card().getByRole('img', { name: '节目海报' }).getAttribute('src')) ?? ''
  }

  async chooseFile(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await this.page.getByLabel('选择海报图片文件').setInputFiles({ name, mimeType, buffer })
    await this.dialog().waitFor()
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  frame(): Locator {
    return this.dialog().getByRole('button', { name: /^裁剪框/ })
  }

  size(): Locator {
    return this.dialog().getByRole('slider', { name: '裁剪框的大小' })
  }

  moment(): Locator {
    return this.dialog().getByRole('slider', { name: '影片的时间' })
  }

  /** Where the frame lies, in parts of the picture. */
  async crop(): Promise<{ readonly left: number; readonly top: number; readonly width: number; readonly height: number }> {
    const [stage, frame] = [await this.dialog().locator('.crop-stage').boundingBox(), await this.frame().boundingBox()]
    if (stage === null || frame === null) throw new Error('no frame is shown')
    return {
      left: (frame.x - stage.x) / stage.width,
      top: (frame.y - stage.y) / stage.height,
      width: frame.width / stage.width,
      height: frame.height / stage.height,
    }
  }

  /** Red, green and blue in the middle of a preview. */
  colourOn(name: '电视上的样子' | '平板上的样子'): Promise<readonly number[]> {
    return this.dialog()
      .getByRole('img', { name })
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return []
        return [...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? [])].slice(0, 3)
      })
  }

  /** The picture of a preview as it is drawn. */
  async picture(name: '电视上的样子' | '平板上的样子'): Promise<Buffer> {
    const url = await this.dialog()
      .getByRole('img', { name })
      .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL('image/png') : ''))
    return Buffer.from(url.split(',')[1] ?? '', 'base64')
  }

  async use(): Promise<void> {
    await this.dialog().getByRole('button', { name: '确定' }).click()
    await this.dialog().waitFor({ state: 'detached' })
  }
}
