/** What an order to the assistant looks like, by what it wants done; each with the words for it. */
const ORDERS: Readonly<Record<string, RegExp>> = {
  deleteWhatIsStored:
    /(?:删掉?|删除|清空|清除|覆盖|篡改|修改)[^，。？?]{0,12}(?:知识库|索引|数据库|语料|全部文件|所有文件|规则|设定)|(?:知识库|索引|数据库)[^，。？?]{0,12}(?:删掉|删除|清空|清除)/,
  ignoreWhatWasSaid:
    /忽略(?:以上|之前|前面|上面|所有|一切|你的)|无视(?:以上|之前|规则|限制|所有)|ignore (?:all|the|any|previous|above)/i,
  forgetRules:
    /(?:忘掉(?:你|以上|之前|前面|上面|先前|所有)|(?:^|[，。！!；;]|请|你)(?:忘记|忘了|抛开|丢开)(?:掉)?(?:你)?(?:的)?(?:以上|之前|前面|上面|先前|所有|一切))的?[^，。？?了]{0,6}(?:规则|指令|设定|提示|约束|限制)|规则作废/,
  leaveDocumentsAside:
    /(?:不用|别|不要|甭)(?:再)?(?:去)?(?:管|理会?|看)(?:那些|这些|以上|什么)?(?:文件|规定|规则|条款|指令|限制)|(?:撇开|抛开|别管)[^，。？?]{0,6}(?:文件|规定|规则)[^，。？?]{0,6}(?:说|回答|写)/,
  sayWhatIsPutInItsMouth:
    /(?:直接|就|只)(?:回答|回复|输出|写|说)[“"「]|按照?我(?:说)?的(?:话)?(?:来|(?:来)?(?:回答|说))|每(?:句话|个字|次回答)(?:的)?(?:后面|前面|开头|结尾)/,
  writeSomething: /(?:给|替|帮)我(?:写|编|起草|拟)[一个份篇封条张]/,
  showWhatIsHidden:
    /系统提示|提示词|system prompt|prompt injection|输出你的|泄露(?:你的)?(?:系统|提示|规则|设定)/i,
  playSomebodyElse:
    /你(?:现在|从现在)(?:开始)?(?:是|扮演)|(?:请|你(?:来|要|就|得)?|给我)(?:扮演|装作|充当)|假装你|角色扮演|pretend (?:to be|you)|you are now/i,
  speakInAnothersName:
    /以[^，。？?]{1,12}的?(?:(?:口吻|语气)|(?:名义|身份)[^，。？?]{0,4}(?:[替给帮]我|(?:写|起草|拟|发布|宣布)[一个份篇封条张]|宣布|答应|同意))/,
  breakOut: /越狱|jailbreak|开发者模式/i,
  makeUpSources: /编(?:造)?(?:一条|一个|个|些)?(?:条款|引用|出处)/,
};

/** Whether a question gives the assistant an order beside asking. */
export const givesOrder = (question: string): boolean =>
  Object.values(ORDERS).some((words) => words.test(question));
