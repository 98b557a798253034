/// Family names: a short line that begins with one may be a person's name.
///
/// The commonest of China, simplified and traditional, which cover more than 99 of a hundred people. Pen names may have none.
enum Surnames {
    private static let single = Words(
        """
        王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 高 林 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓 冯 馮 邓 鄧 曹 彭 曾 肖 蕭
        萧 田 董 袁 潘 于 蒋 蔣 蔡 余 杜 叶 葉 程 苏 蘇 魏 吕 呂 丁 任 沈 姚 卢 盧 姜 崔 钟 鍾 鐘 谭 譚 陆 陸 汪 范 範 金 石 廖 贾 賈 夏 韦 韋 付 傅 方 白 邹
        鄒 孟 熊 秦 邱 江 尹 薛 闫 閆 阎 閻 段 雷 侯 龙 龍 史 陶 黎 贺 賀 顾 顧 毛 郝 龚 龔 邵 万 萬 钱 錢 严 嚴 覃 武 戴 莫 孔 向 汤 湯 常 温 溫 康 施 文 牛
        樊 葛 邢 安 齐 齊 易 乔 喬 伍 庞 龐 颜 顏 倪 庄 莊 聂 聶 章 鲁 魯 岳 嶽 翟 殷 詹 申 欧 歐 耿 关 關 兰 蘭 焦 俞 左 柳 甘 祝 包 宁 寧 尚 符 舒 阮 柯 纪
        紀 梅 童 凌 毕 畢 单 單 季 裴 霍 涂 塗 成 苗 谷 曲 盛 冉 翁 蓝 藍 骆 駱 路 游 辛 靳 管 柴 蒙 鲍 鮑 华 華 喻 祁 房 滕 屈 饶 饒 解 牟 艾 尤 阳 陽 时 時
        穆 农 農 司 卓 古 吉 缪 繆 简 簡 车 車 项 項 连 連 芦 蘆 麦 麥 褚 娄 婁 窦 竇 戚 岑 景 党 黨 宫 宮 费 費 卜 冷 晏 席 卫 衛 米 柏 宗 瞿 桂 全 佟 应 應
        臧 闵 閔 苟 邬 鄔 边 邊 卞 姬 师 師 和 仇 栾 欒 隋 商 刁 沙 荣 榮 巫 寇 桑 郎 甄 丛 叢 仲 虞 敖 巩 鞏 明 佘 池 查 麻 苑 迟 遲 邝 鄺 官 封 谈 談 匡 鞠
        惠 荆 荊 乐 樂 冀 郁 胥 南 班 储 儲 原 栗 燕 楚 鄢 劳 勞 谌 諶 奚 皮 粟 冼 蔺 藺 楼 樓 盘 盤 满 滿 闻 聞 位 厉 厲 伊 仝 区 區 郜 海 阚 闞 花 权 權 强
        強 帅 帥 屠 豆 朴 盖 蓋 练 練 廉 禹 井 祖 漆 巴 丰 豐 支 卿 国 國 狄 平 计 計 索 宣 晋 晉 相 初 门 門 云 雲 容 敬 来 來 扈 晁 都 普 阙 闕 浦 戈 伏 鹿
        薄 邸 雍 辜 羊 阿 乌 烏 母 裘 亓 修 邰 赫 杭 况 況 那 宿 鲜 鮮 印 逯 隆 茹 诺 諾 战 戰 慕 危 玉 银 銀 亢 嵇 公 哈 湛 宾 賓 戎 勾 茅 利 於 呼 居 揭 干
        但 尉 冶 斯 元 束 檀 衣 信 展 阴 陰 昝 智 幸 奉 植 衡 富 尧 堯 闭 閉 由 竺 牧 荀 邴 凤 鳳 水 宓 蓬 郗 暴 钮 鈕 山 甯 韶 蓟 薊 溥 怀 懷 蒲 从 從 鄂 咸
        洪 丘 畅 暢 糜 蒯 籍 赖 賴 能 苍 蒼 双 雙 莘 贡 貢 逄 扶 堵 宰 郦 酈 却 璩 濮 寿 壽 通 别 別 充 习 習 宦 鱼 魚 慎 庾 终 終 暨 步 弘
        """)
    private static let double = Words(
        "欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 长孙 長孫 宇文 轩辕 軒轅 令狐 端木 闻人 聞人 申屠 太史 澹台 澹臺 呼延 西门 西門 百里 东郭 東郭 第五 司空 钟离 鍾離 完颜 完顏 拓跋 赫连 赫連 濮阳 濮陽 淳于 单于 單于 公羊 万俟 梁丘 左丘 東門 南荣 張簡 范姜"
    )

    static var lists: [Words] { [double] }

    /// The commonest of Korea.
    static let hangul = StaticMarks("김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명반라왕")

    /// Whether a Han is a family name.
    static func isOne(_ scalar: UInt32) -> Bool { single.hasWord(scalar) }

    /// Whether the `count` Han from `at` on look like a person's name: 王伟, 欧阳文远.
    static func begin(_ text: FoldedText, at: Int, count: Int) -> Bool {
        if count >= 3, double.match(text.scalars, at: at, end: text.count) > 0 { return true }
        return (2...3).contains(count) && isOne(text.scalars[at])
    }
}
