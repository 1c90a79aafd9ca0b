import * as z from 'zod'

const sideData = z.object({ side_data_type: z.string().optional(), rotation: z.number().optional() })
const stream = z.object({
  index: z.int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sample_aspect_ratio: z.string().optional(),
  field_order: z.string().optional(),
  pix_fmt: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  time_base: z.string().optional(),
  duration: z.string().optional(),
  channels: z.int().optional(),
  sample_rate: z.string().optional(),
  disposition: z.record(z.string(), z.int()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  side_data_list: z.array(sideData).optional(),
})
const format = z.object({ format_name: z.string(), duration: z.string().optional(), start_time: z.string().optional() })

/** The part of `ffprobe -show_format -show_streams -of json` that we read. */
export const probeReportSchema = z.object({ streams: z.array(stream), format })
/** `ffprobe -show_packets -show_frames` at the beginning of a stream. */
export const headReportSchema = z.object({
  packets_and_frames: z.array(
    z.object({
      type: z.string(),
      pts_time: z.string().optional(),
      dts_time: z.string().optional(),
      best_effort_timestamp: z.int().optional(),
      pts: z.int().optional(),
      side_data_list: z.array(sideData).optional(),
    }),
  ),
})

export type ProbeReport = z.infer<typeof probeReportSchema>
export type ProbeStream = z.infer<typeof stream>
