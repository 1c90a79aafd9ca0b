import type { Locator, Page } from 'playwright-core'

/** The pages of accounts, other people's and one's own, by the words on the screen. */
export class PeopleDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  private button(word: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading )?${word}$`) })
  }

  async openPeople(): Promise<void> {
    await this.page.getByRole('link', { name: '人员', exact: true }).click()
    await this.page.getByRole('heading', { name: '人员', exact: true }).waitFor()
  }

  /** One's own account, by one's name in the head of every page. */
  async openAccount(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click()
    await this.page.getByRole('heading', { name: '我的账号' }).waitFor()
  }

  async beginInvitation(): Promise<void> {
    await this.button('邀请同事').click()
  }

  async fillInvitation({ email, name, role }: { readonly email: string; readonly name: string; readonly role: string }): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('邮箱').fill(email)
    await dialog.getByLabel('姓名').fill(name)
    await dialog.getByLabel('角色').click()
    await this.page
      .locator('.ant-select-item-option')
      .filter({ hasText: new RegExp(`^${role}$`) })
      .click()
  }

  async sendInvitation(): Promise<void> {
    await this.button('生成邀请链接').click()
  }

  /** The link that stands there to be copied. */
  async link(): Promise<string> {
    return await this.page.getByLabel('链接', { exact: true }).inputValue()
  }

  async finish(): Promise<void> {
    await this.button('完成').click()
  }

  /** The line of a person. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  async manage(name: string): Promise<void> {
    await this.button(`管理 ${name}`).click()
    await this.page.getByRole('dialog').waitFor()
  }

  /** 停用账号, and yes to the question. */
  async block(): Promise<void> {
    await this.button('停用账号').first().click()
    await this.page.locator('.ant-modal-confirm').getByRole('button', { name: '停用账号' }).click()
  }

  async choosePassword(password: string, again = password): Promise<void> {
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByLabel('再次输入密码').fill(again)
    await this.button('设置密码并登录').click()
  }

  /** Begins a second factor with the password; answers the secret that is shown for typing in. */
  async beginSecondFactor(password: string): Promise<string> {
    await this.button('开启两步验证').click()
    await this.page.getByLabel('请先输入密码').fill(password)
    await this.button('下一步').click()
    const secret = this.page.locator('.factor-secret')
    await secret.waitFor()
    return ((await secret.textContent()) ?? '').replaceAll(' ', '')
  }

  async recoveryCodes(): Promise<readonly string[]> {
    return await this.page.locator('.recovery-codes code').allTextContents()
  }

  async confirmSecondFactor(code: string): Promise<void> {
    await this.page.getByLabel('身份验证器上的六位验证码').fill(code)
    await this.button('确认开启').click()
  }

  /** What signing in asks for after the password. */
  async enterCode(code: string): Promise<void> {
    await this.page.getByLabel('验证码').fill(code)
    await this.button('登录').click()
  }

  /** Devices in which one is signed in, this one among them. */
  sessions(): Locator {
    return this.page.locator('.session-list li')
  }

  async endOtherSession(): Promise<void> {
    await this.page.getByRole('button', { name: /^让 .* 退出登录$/ }).click()
  }
}
