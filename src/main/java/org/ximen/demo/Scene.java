package org.ximen.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * What the photos of the sample street show: drawings, each with 示例 across a corner. The two
 * characters are lines of their own, since a server need not have a font.
 */
enum Scene {
    BAGS {
        @Override
        void draw(Graphics2D g, RandomGenerator random) {
            street(g, WALL, PAVEMENT);
            box(g, GREEN, 90, 190, 110, 150);
            box(g, GREEN.darker(), 80, 175, 130, 22);
            for (int i = 0; i < 6; i++) {
                int size = random.nextInt(60, 95);
                g.setColor(i % 2 == 0 ? BAG : BAG.brighter());
                g.fillOval(210 + 58 * i, 345 - size, size + 20, size);
                g.fillRect(240 + 58 * i, 337 - size, 14, 16);
            }
        }
    },
    HOLE {
        @Override
        void draw(Graphics2D g, RandomGenerator random) {
            street(g, ROAD.brighter(), ROAD);
            g.setColor(Color.WHITE);
            for (int i = 0; i < 4; i++) {
                g.fillRect(20 + 170 * i, 170, 100, 12);
            }
            g.setColor(ROAD.darker());
            g.fillOval(220, 250, 230, 110);
            g.setColor(WATER);
            g.fillOval(250, 275, 170, 66);
            g.setColor(ROAD.darker());
            g.setStroke(new BasicStroke(4));
            for (int i = 0; i < 5; i++) {
                g.drawLine(440, 300, 500 + random.nextInt(80), 240 + random.nextInt(130));
            }
        }
    },
    BOXES {
        @Override
        void draw(Graphics2D g, RandomGenerator random) {
            street(g, WALL, PAVEMENT.darker());
            for (int i = 0; i < 5; i++) {
                box(g, STAIR, 400 + 44 * i, 330 - 50 * i, 260, 50);
            }
            for (int i = 0; i < 6; i++) {
                int width = random.nextInt(80, 104);
                box(g, CARTON, 60 + 105 * (i % 3), 260 - 90 * (i / 3), width, 90);
            }
        }
    },
    PAPERS {
        @Override
        void draw(Graphics2D g, RandomGenerator random) {
            street(g, WALL, PAVEMENT);
            for (int i = 0; i < 14; i++) {
                int x = 50 + 80 * (i % 7) + random.nextInt(20);
                int y = 50 + 130 * (i / 7) + random.nextInt(40);
                box(g, i % 3 == 0 ? YELLOW : Color.WHITE, x, y, 60, 80);
                for (int line = 0; line < 4; line++) {
                    box(g, i % 2 == 0 ? MARK : BAG, x + 8, y + 12 + 16 * line, 44, 5);
                }
            }
        }
    };

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int HORIZON = 320;
    private static final Color WALL = new Color(0xd8cfc0);
    private static final Color PAVEMENT = new Color(0x9a948a);
    private static final Color ROAD = new Color(0x6f7276);
    private static final Color WATER = new Color(0x8fb4cc);
    private static final Color GREEN = new Color(0x3f7d58);
    private static final Color BAG = new Color(0x2d3035);
    private static final Color CARTON = new Color(0xb98a55);
    private static final Color STAIR = new Color(0xb0aaa0);
    private static final Color YELLOW = new Color(0xf3d86b);
    private static final Color MARK = new Color(0xb3261e);

    // 示 and 例 as lines in a square of 100 by 100: x1, y1, x2, y2 …
    private static final int[][] SAMPLE = {
        {25, 15, 75, 15},
        {10, 40, 90, 40},
        {50, 40, 50, 92, 40, 86},
        {30, 55, 14, 80},
        {70, 55, 86, 80},
        {128, 8, 112, 42},
        {121, 28, 121, 94},
        {130, 15, 170, 15},
        {149, 15, 134, 55},
        {146, 32, 166, 32, 154, 66, 134, 92},
        {146, 46, 156, 54},
        {176, 24, 176, 68},
        {192, 8, 192, 92, 184, 86}
    };

    abstract void draw(Graphics2D g, RandomGenerator random);

    /** A picture file of it, a little different every time. */
    InputStream picture(RandomGenerator random) {
        return picture(g -> draw(g, random));
    }

    private static InputStream picture(Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(g);
        mark(g);
        g.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** How it looks when it was put in order. */
    InputStream after(RandomGenerator random) {
        return picture(g -> {
            street(g, WALL, PAVEMENT.brighter());
            box(g, GREEN, random.nextInt(60, 420), 190, 110, 150);
        });
    }

    private static void street(Graphics2D g, Color above, Color below) {
        box(g, above, 0, 0, WIDTH, HORIZON);
        box(g, below, 0, HORIZON, WIDTH, HEIGHT - HORIZON);
    }

    private static void box(Graphics2D g, Color color, int x, int y, int width, int height) {
        g.setColor(color);
        g.fillRect(x, y, width, height);
        g.setColor(color.darker());
        g.setStroke(new BasicStroke(1));
        g.drawRect(x, y, width, height);
    }

    private static void mark(Graphics2D g) {
        // Small pictures show the middle square alone.
        g.translate((WIDTH - 200) / 2, HEIGHT - 124);
        box(g, Color.WHITE, -12, -8, 226, 116);
        g.setColor(MARK);
        g.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var line : SAMPLE) {
            var path = new Path2D.Double();
            path.moveTo(line[0], line[1]);
            for (int i = 2; i < line.length; i += 2) {
                path.lineTo(line[i], line[i + 1]);
            }
            g.draw(path);
        }
    }
}
