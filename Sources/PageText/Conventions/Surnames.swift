/// Family names: a short line that begins with one may be a person's name.
///
/// The commonest of China, simplified and traditional, which cover more than 99 of a hundred people. Pen names may have none.
enum Surnames {
    private static let single = Set(
        """
        王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭
        萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范範金石廖贾賈夏韦韋付傅方白邹
        鄒孟熊秦邱江尹薛闫閆阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛
        樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳嶽翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪
        紀梅童凌毕畢单單季裴霍涂塗成苗谷曲盛冉翁蓝藍骆駱路游辛靳管柴蒙鲍鮑华華喻祁房滕屈饶饒解牟艾尤阳陽时時
        穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應
        臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺官封谈談匡鞠
        惠荆荊乐樂冀郁胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺藺楼樓盘盤满滿闻聞位厉厲伊仝区區郜海阚闞花权權强
        強帅帥屠豆朴盖蓋练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁都普阙闕浦戈伏鹿
        薄邸雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆茹诺諾战戰慕危玉银銀亢嵇公哈湛宾賓戎勾茅利於呼居揭干
        但尉冶斯元束檀衣信展阴陰昝智幸奉植衡富尧堯闭閉由竺牧荀邴凤鳳水宓蓬郗暴钮鈕山甯韶蓟薊溥怀懷蒲从從鄂咸
        籍赖賴能苍蒼双雙莘贡貢逄扶堵宰郦酈却璩濮寿壽通别別充习習宦鱼魚慎庾终終暨步弘
        """.unicodeScalars.map(\.value))
    private static let double = Words(
        "欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 长孙 長孫 宇文 轩辕 軒轅 令狐 端木 闻人 聞人 申屠 太史 澹台 澹臺 呼延 西门 西門 百里 东郭 東郭 第五 司空 钟离 鍾離 完颜 完顏 拓跋 赫连 赫連 濮阳 濮陽 淳于 单于 單于 公羊 万俟 梁丘 左丘 東門 南荣 張簡 范姜"
    )

    /// The commonest of Korea.
    static let hangul = StaticMarks("김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명반라왕")

    /// Whether the `count` Han from `at` on look like a person's name: 王伟, 欧阳文远.
    static func begin(_ text: FoldedText, at: Int, count: Int) -> Bool {
        if count >= 3, double.match(text.scalars, at: at, end: text.count) > 0 { return true }
        return (2...3).contains(count) && single.contains(text.scalars[at])
    }
}
